export interface SystemOptions {
    readonly root?: string;
}

export default function system({ root }?: SystemOptions, { folder }?: {
    folder: string;
}): Plugin;
