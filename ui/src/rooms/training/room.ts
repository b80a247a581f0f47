import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'training',
  id: 'dao-tao',
  name: 'Đào tạo, tập huấn',
  group: 'Thi đua',
  order: 39,
  icon: GraduationCap,
  load: () => import('./Training.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Thêm lớp; ở trang của lớp: ghi người học' },
    { keys: 'Ctrl F', does: 'Tìm trong danh sách' },
    { keys: 'Enter', does: 'Mở lớp' },
    { keys: 'F2', does: 'Sửa ô kết quả, chứng chỉ' },
    { keys: 'Ctrl P', does: 'In danh sách' },
  ],
  commands: [
    { label: 'Thêm lớp đào tạo, tập huấn', run: () => go('dao-tao', 'them') },
    { label: 'Xem kết quả đào tạo, tập huấn', run: () => go('dao-tao', 'ket-qua') },
  ],
};
