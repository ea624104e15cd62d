/** Rejects with `late()` when `work` has not settled after `ms`; what comes later is ignored. */
export function withTimeLimit<Answer>(work: Promise<Answer>, ms: number, late: () => Error): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(late());
    }, ms);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
