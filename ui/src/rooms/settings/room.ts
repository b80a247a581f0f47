import Settings from '@lucide/svelte/icons/settings';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'settings',
  id: 'cai-dat',
  name: 'Cài đặt & sao lưu',
  group: 'foot',
  order: 90,
  icon: Settings,
  load: () => import('./Settings.svelte'),
  commands: [
    { label: 'Sao lưu ngay', run: () => go('cai-dat', 'sao-luu') },
    { label: 'Lịch sử thay đổi của cơ quan', run: () => go('cai-dat', 'lich-su') },
    { label: 'Giới thiệu Sổ Vàng', run: () => go('cai-dat', 'gioi-thieu') },
  ],
};
