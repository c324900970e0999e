export default function files(_?: object, { folder }?: {
    folder: string;
}): Plugin;
