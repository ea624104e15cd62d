/** Small pictures of photos at hand, straight from the phone's own file: nothing is fetched, nothing is kept. */
interface Pictures {
  /** The picture's address; the same one until it is dropped. */
  of: (key: string, file: File | undefined) => string | undefined;
  drop: (key: string) => void;
  /** Each address holds its file in memory until it is given back. */
  dropAll: () => void;
}

export function createPictures(): Pictures {
  const addresses = new Map<string, string>();
  const drop = (key: string): void => {
    const address = addresses.get(key);
    if (address === undefined) return;
    addresses.delete(key);
    URL.revokeObjectURL(address);
  };
  return {
    of(key, file) {
      const known = addresses.get(key);
      if (known !== undefined || file?.type.startsWith('image/') !== true) return known;
      const address = URL.createObjectURL(file);
      addresses.set(key, address);
      return address;
    },
    drop,
    dropAll() {
      for (const key of [...addresses.keys()]) drop(key);
    },
  };
}
