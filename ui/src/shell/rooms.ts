/** The rooms that are built: each tells about itself in `rooms/<room>/room.ts`. */
import type { Room } from '../kit/room';

const found = import.meta.glob<{ room: Room }>('../rooms/*/room.ts', { eager: true });

export const rooms: readonly Room[] = Object.values(found)
  .map((file) => file.room)
  .sort((one, other) => one.order - other.order);

export interface Group {
  name: string;
  rooms: readonly Room[];
}

/** The rail's groups, in the order of their first rooms; 'foot' is left out. */
export function groups(all: readonly Room[]): Group[] {
  const names = [...new Set(all.map((room) => room.group))].filter((name) => name !== 'foot');
  return names.map((name) => ({ name, rooms: all.filter((room) => room.group === name) }));
}

export function roomAt(place: readonly string[]): Room | undefined {
  return rooms.find((room) => room.id === (place[0] ?? ''));
}
