export default function web(_?: object, { folder }?: {
    folder: string;
}): Plugin;
