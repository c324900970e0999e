export interface GpuOptions {
    readonly root?: string;
}

export default function graphics({ root }?: GpuOptions, { folder }?: {
    folder: string;
}): Plugin;
