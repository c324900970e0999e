export default function events(_?: object, { folder }?: {
    folder: string;
}): Plugin;
