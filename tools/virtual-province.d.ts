/** The province this build is made for; read from provinces/<id>/ by tools/province-plugin.ts. */
declare module 'virtual:province' {
  export interface Province {
    readonly id: string;
    /** "Tây Ninh" */
    readonly name: string;
    /** "tỉnh Tây Ninh" */
    readonly fullName: string;
    readonly appName: string;
    readonly owner: { readonly name: string };
    /** The province's server, scheme and host only. */
    readonly api: { readonly origin: string };
    readonly zalo: { readonly appId: string; readonly oaId: string };
    /** Only what has a source; absent otherwise. */
    readonly contact: {
      readonly hotline?: string;
      readonly address?: string;
      readonly phone?: string;
      readonly email?: string;
    };
    /** The provincial identity of level 2, as citizens know it. */
    readonly identity: {
      readonly name: string;
      readonly claims: 'keycloak' | 'wso2' | 'national-portal';
      readonly minimumAssurance: 0 | 1 | 2;
    };
    /** Middle part of dossier codes. */
    readonly agencyCode: string;
    readonly languages: readonly ('vi' | 'en')[];
    /** [latitude, longitude], WGS84. */
    readonly map: {
      readonly center: readonly [number, number];
      readonly zoom: number;
      /** Where pictures of the map come from, with {z}, {x} and {y}; absent: a plain grid, and no foreign host. */
      readonly tiles?: { readonly url: string; readonly attribution: string };
    };
  }

  export interface Commune {
    readonly code: string;
    readonly name: string;
    readonly areaKm2: number;
    /** [latitude, longitude], WGS84. */
    readonly centroid: readonly [number, number];
    /** The units it was made from; a person may still say these names. */
    readonly former: readonly { readonly name: string; readonly part: 'full' | 'partial' }[];
  }

  export interface Holiday {
    /** YYYY-MM-DD in the province's time zone. */
    readonly date: string;
    readonly name: string;
    readonly kind: 'holiday' | 'compensatory' | 'swap-off' | 'make-up-workday';
    readonly confidence: 'H' | 'M' | 'L';
    readonly source: string;
  }

  export interface ProvinceTexts {
    readonly tagline: string;
    readonly about: string;
  }

  export const province: Province;
  export const texts: { readonly vi: ProvinceTexts; readonly en: ProvinceTexts };
  /** Address of the crest, usable as an image source. */
  export const logo: string;
  export const loadCommunes: () => Promise<readonly Commune[]>;
  export const loadHolidays: () => Promise<readonly Holiday[]>;
}

/** Home as it is drawn first, by language; made while building by tools/first-picture-plugin.ts. */
declare module 'virtual:home-picture' {
  export const home: Readonly<Record<'vi' | 'en', string>>;
  /** What its addresses begin with: `/zapps/<APP_ID>`. */
  export const base: string;
}
