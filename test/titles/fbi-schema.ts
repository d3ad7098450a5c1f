import { buildSchema, graphql } from 'graphql';

/** The part of the FBI API's schema that the titles need (DOMAIN, titles). Fields without `!` may be `null`. */
export const FBI_SCHEMA = buildSchema(`
  type Query {
    manifestations(faust: [String!]): [Manifestation]!
  }
  type Manifestation {
    titles: ManifestationTitles
    creators: [Creator]
    materialTypes: [MaterialTypes]
    edition: Edition
    cover: Cover
  }
  type ManifestationTitles {
    full: [String]
  }
  type Creator {
    display: String
  }
  type MaterialTypes {
    materialTypeSpecific: MaterialType
  }
  type MaterialType {
    display: String
  }
  type Edition {
    publicationYear: PublicationYear
  }
  type PublicationYear {
    display: String
  }
  type Cover {
    thumbnail: String
    xSmall: CoverDetails
  }
  type CoverDetails {
    url: String
    width: Int
    height: Int
  }
`);

/** One record of the catalogue, by the schema. */
export interface FbiRecord {
  readonly titles?: { readonly full?: readonly (string | null)[] | null } | null;
  readonly creators?: readonly ({ readonly display?: string | null } | null)[] | null;
  readonly materialTypes?:
    | readonly ({
        readonly materialTypeSpecific?: { readonly display?: string | null } | null;
      } | null)[]
    | null;
  readonly edition?: {
    readonly publicationYear?: { readonly display?: string | null } | null;
  } | null;
  readonly cover?: {
    readonly thumbnail?: string | null;
    readonly xSmall?: {
      readonly url?: string | null;
      readonly width?: number;
      readonly height?: number;
    } | null;
  } | null;
}

/** A record with all fields; `over` replaces some. */
export const record = (title: string, over: FbiRecord = {}): FbiRecord => ({
  titles: { full: [title] },
  creators: [{ display: 'Inger Christensen' }],
  materialTypes: [{ materialTypeSpecific: { display: 'bog' } }],
  edition: { publicationYear: { display: '1981' } },
  cover: { thumbnail: null, xSmall: null },
  ...over,
});

/**
 * The answer of the FBI API: the records in the requested order, `null` for an unknown one.
 * @param body of the request
 */
export async function answerOf(
  body: string,
  recordOf: (faust: string) => FbiRecord | null | undefined,
): Promise<object> {
  const { query, variables } = JSON.parse(body);
  const { data, errors } = await graphql({
    schema: FBI_SCHEMA,
    source: query,
    variableValues: variables,
    rootValue: {
      manifestations: ({ faust }: { faust: readonly string[] }) =>
        faust.map((number) => recordOf(number) ?? null),
    },
  });
  // Without errors the field is absent, by the specification.
  return errors ? { data, errors } : { data };
}
