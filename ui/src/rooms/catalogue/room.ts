import BookMarked from '@lucide/svelte/icons/book-marked';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'catalogue',
  id: 'danh-muc',
  name: 'Danh mục',
  group: 'Hồ sơ',
  order: 80,
  icon: BookMarked,
  load: () => import('./Catalogue.svelte'),
  keys: [
    { keys: 'F2', does: 'Sửa ô' },
    { keys: 'Ctrl D', does: 'Chép xuống' },
    { keys: 'Delete', does: 'Xóa nội dung ô' },
  ],
};
