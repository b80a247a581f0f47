/** What the palette offers. */
import type { Component } from 'svelte';

export interface CommandItem {
  key: string;
  label: string;
  detail?: string | undefined;
  icon?: Component | undefined;
  keys?: string | undefined;
  run: () => void;
}

export interface CommandGroup {
  name: string;
  items: readonly CommandItem[];
}
