import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'overview',
  id: '',
  name: 'Tổng quan',
  group: '',
  order: 10,
  icon: LayoutDashboard,
  load: () => import('./Overview.svelte'),
};
