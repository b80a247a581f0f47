import type { Page } from './types';

/** Pages of a list that the core gives whole. */
export function whole<R>(read: () => Promise<readonly R[]>) {
  return async (offset: number, limit: number): Promise<Page<R>> => {
    const rows = await read();
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  };
}
