// as default
declare const _default: import("@lcdflow/core").Plugin;
