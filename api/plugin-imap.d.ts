export default function mail(_?: object, { folder }?: {
    folder: string;
}): Plugin;
