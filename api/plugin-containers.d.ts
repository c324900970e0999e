export default function plugin(_?: object, { folder }?: {
    folder: string;
}): Plugin;
