import Megaphone from '@lucide/svelte/icons/megaphone';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'movements',
  id: 'phong-trao',
  name: 'Phong trào',
  group: 'Thi đua',
  order: 34,
  icon: Megaphone,
  load: () => import('./Movements.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Thêm phong trào, hoặc ghi đăng ký' },
    { keys: 'Ctrl F', does: 'Tìm trong danh sách' },
    { keys: 'Enter', does: 'Mở phong trào' },
    { keys: 'F2', does: 'Sửa phong trào đang mở, sửa ô đăng ký' },
    { keys: 'Dấu cách', does: 'Chọn đơn vị đã phát động' },
    { keys: 'Ctrl P', does: 'In danh sách' },
  ],
  commands: [
    { label: 'Thêm phong trào', run: () => go('phong-trao', 'them') },
    { label: 'Ghi đăng ký thi đua', run: () => go('phong-trao', 'dang-ky', 'ghi') },
    { label: 'Đơn vị chưa đăng ký thi đua', run: () => go('phong-trao', 'tham-gia', 'chua') },
  ],
};
