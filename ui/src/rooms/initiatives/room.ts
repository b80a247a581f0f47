import Lightbulb from '@lucide/svelte/icons/lightbulb';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'initiatives',
  id: 'sang-kien',
  name: 'Sáng kiến',
  group: 'Thi đua',
  order: 38,
  icon: Lightbulb,
  load: () => import('./Initiatives.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Thêm sáng kiến' },
    { keys: 'Ctrl F', does: 'Tìm trong sổ' },
    { keys: 'Enter', does: 'Mở sáng kiến' },
    { keys: 'F2', does: 'Sửa ô, hoặc sửa sáng kiến đang mở' },
    { keys: 'F8', does: 'Đến sáng kiến cần xem kế tiếp' },
    { keys: 'Dấu cách', does: 'Mở hoặc đóng thẻ bên cạnh' },
  ],
  commands: [{ label: 'Thêm sáng kiến', run: () => go('sang-kien', 'them') }],
};
