export default function player(): Plugin;
