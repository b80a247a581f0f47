/** What a room tells the shell about itself. `rooms/<room>/room.ts` exports one as `room`; a room without it is not shown. */
import type { Component } from 'svelte';

export interface RoomProps {
  /** What stands after the room's name in the address: `#/quyet-dinh/12/in` gives ['12', 'in']. */
  path: string[];
}

export interface RoomCommand {
  label: string;
  run: () => void;
  keys?: string;
}

export interface Room {
  /** The room's name in the core: `members`. */
  key: string;
  /** Its place in the address: `doan-vien`; '' for the first room. */
  id: string;
  name: string;
  /** The heading in the rail that it stands under; '' above all headings, 'foot' at the bottom. */
  group: string;
  /** Rooms and their groups stand in this order. */
  order: number;
  icon: Component;
  load: () => Promise<{ default: Component<RoomProps> }>;
  /** Its own keys, for the F1 sheet. */
  keys?: readonly { keys: string; does: string }[];
  /** What the palette can do in it from anywhere. */
  commands?: readonly RoomCommand[];
}
