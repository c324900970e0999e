export default function commands(_?: object, { folder }?: {
    folder: string;
}): Plugin;
