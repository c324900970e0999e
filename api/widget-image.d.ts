export default function images(_?: object, { folder }?: {
    folder: string;
}): Plugin;
