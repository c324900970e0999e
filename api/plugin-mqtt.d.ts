export default function broker(_?: object, { folder }?: {
    folder: string;
}): Plugin;
