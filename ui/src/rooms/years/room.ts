import CalendarRange from '@lucide/svelte/icons/calendar-range';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'years',
  id: 'nam-thi-dua',
  name: 'Năm thi đua',
  group: 'Thi đua',
  order: 29,
  icon: CalendarRange,
  load: () => import('./Years.svelte'),
  keys: [{ keys: 'Ctrl N', does: 'Mở năm thi đua' }],
  commands: [
    { label: 'Xem việc đến hạn trong 30 ngày', run: () => go('nam-thi-dua') },
    { label: 'Mở năm thi đua', run: () => go('nam-thi-dua', 'mo') },
  ],
};
