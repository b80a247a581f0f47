/** One line of a menu; `null` draws a line between groups. */
import type { Component } from 'svelte';

export type MenuItem = {
  label: string;
  run: () => void;
  icon?: Component | undefined;
  keys?: string | undefined;
  disabled?: boolean | undefined;
} | null;
