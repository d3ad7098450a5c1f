import { strToU8, zipSync } from 'fflate';
import { LICENCE, packageFiles, type PackageContent } from './export/package.js';

/** Offers a file to the browser. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The folder of the widget's files, beside the workbench's. */
const FOLDER = './cdn/';

async function fetched(name: string): Promise<Response> {
  const response = await fetch(FOLDER + name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

interface Released {
  readonly version: string;
  /** The hash of each file by its name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A zip file with the script and everything that goes with it. Rejects if the widget is not built. */
export async function packageZip(
  content: Omit<PackageContent, 'script'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { version, files } = (await (await fetched('integrity.json')).json()) as Released;
  const name = `ddb-debt-overview-${version}.js`;
  const script = { name, integrity: files[name] ?? '' };
  const [code, licence] = await Promise.all(
    [name, LICENCE].map(async (file) => new Uint8Array(await (await fetched(file)).arrayBuffer())),
  );
  const texts = Object.entries(packageFiles({ ...content, script }));
  return zipSync({
    ...Object.fromEntries(texts.map(([file, text]) => [file, strToU8(text)])),
    [name]: code ?? new Uint8Array(),
    [LICENCE]: licence ?? new Uint8Array(),
  }) as Uint8Array<ArrayBuffer>;
}
