import { useEffect, useState } from 'react';
import { useOperation, type OperationOutput, type Reading } from '#api';
import { phoneStorage } from '#zalo';

export type Categories = OperationOutput<'listReportCategories'>;

const key = 'report-categories';

function read(text: string | undefined): Categories | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Categories);
  } catch {
    return undefined;
  }
}

/** What may be reported. The last list is kept on the phone, so that a report can be written without a network. */
export function useCategories(): Reading<Categories> {
  const reading = useOperation('listReportCategories', {});
  const [kept, setKept] = useState<Categories>();
  const { data } = reading;
  useEffect(() => {
    if (data !== undefined) {
      phoneStorage.write(key, JSON.stringify(data));
      return undefined;
    }
    let left = false;
    void phoneStorage.read(key).then((text) => {
      if (!left) setKept(read(text));
    });
    return () => {
      left = true;
    };
  }, [data]);
  return data === undefined && kept !== undefined
    ? { ...reading, data: kept, error: undefined, loading: false }
    : reading;
}
