export default function reach(): Plugin;
