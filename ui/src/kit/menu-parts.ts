/** Dropped menus and context menus have the same lines. */
export { DropdownMenu as Menu } from 'bits-ui';
