export const SOURCE: string;
export function leanLitSource(): string;
