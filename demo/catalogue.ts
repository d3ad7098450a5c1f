import cover1 from './covers/48724101.svg?no-inline';
import cover2 from './covers/52518017.svg?no-inline';
import cover3 from './covers/38540942.svg?no-inline';
import cover4 from './covers/23790318.svg?no-inline';

interface Work {
  readonly title: string;
  readonly creator: string;
  readonly year: string;
  readonly type: string;
  readonly cover?: string;
}

/** Invented works by FAUST number. One has no cover. */
const WORKS: Readonly<Record<string, Work>> = {
  48724101: {
    title: 'Vinterlys over fjorden',
    creator: 'Karen Holm',
    year: '2019',
    type: 'bog',
    cover: cover1,
  },
  52518017: {
    title: 'Den lange vej til Nordby',
    creator: 'Anders Lund',
    year: '2021',
    type: 'bog',
    cover: cover2,
  },
  38540942: {
    title: 'Hvem tog ugleæggene?',
    creator: 'Mette Krag',
    year: '2016',
    type: 'lydbog (cd)',
    cover: cover3,
  },
  23790318: {
    title: 'Køkkenhaven året rundt',
    creator: 'Signe Bak',
    year: '2008',
    type: 'bog',
    cover: cover4,
  },
  45951170: {
    title: 'Tal og tårne. En fortælling om byer, broer og de mennesker, der byggede dem',
    creator: 'Peter Sø',
    year: '2015',
    type: 'bog',
  },
};

/** Covers are loaded from other origins only: the server's other loopback name, where there is one. */
function coverUrlOf(cover: string): string {
  const url = new URL(cover, document.baseURI);
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  else if (url.hostname === '127.0.0.1') url.hostname = 'localhost';
  return url.href;
}

const manifestationOf = ({ title, creator, year, type, cover }: Work) => ({
  titles: { full: [title] },
  creators: [{ display: creator }],
  materialTypes: [{ materialTypeSpecific: { display: type } }],
  edition: { publicationYear: { display: year } },
  cover: {
    thumbnail: null,
    xSmall: cover ? { url: coverUrlOf(cover) } : null,
  },
});

/** The response of the FBI API to the widget's query. */
export function catalogueAnswer(query: unknown): object {
  const { variables } = query as { variables: { faust: readonly string[] } };
  const manifestations = variables.faust.map((id) => {
    const work = WORKS[id];
    return work ? manifestationOf(work) : null;
  });
  return { data: { manifestations } };
}
