import Stamp from '@lucide/svelte/icons/stamp';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'decisions',
  id: 'quyet-dinh',
  name: 'Quyết định',
  group: 'Khen thưởng',
  order: 40,
  icon: Stamp,
  load: () => import('./Decisions.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Soạn quyết định, hoặc thêm người vào danh sách' },
    { keys: 'F2', does: 'Sửa ô' },
    { keys: 'Ctrl D', does: 'Chép ô xuống' },
    { keys: 'F8', does: 'Đến dòng cần xem kế tiếp' },
    { keys: 'Ctrl S', does: 'Lưu ô đang sửa' },
    { keys: 'Ctrl P', does: 'Mở bản PDF của quyết định, hoặc in sổ quyết định' },
  ],
  commands: [{ label: 'Soạn quyết định khen thưởng', run: () => go('quyet-dinh', 'moi') }],
};
