/** How a decision's state is shown. */
import type { DecisionKind, State as DecisionState } from '../../door';
import type { Tone } from '../../kit/grid/types';

export const stateLabels: Readonly<Record<DecisionState, string>> = {
  draft: 'Bản nháp',
  ready: 'Chờ ký',
  issued: 'Đã ban hành',
  recorded: 'Ghi sổ',
};

export const stateTones: Readonly<Record<DecisionState, Tone>> = {
  draft: 'gold',
  ready: 'blue',
  issued: 'green',
  recorded: 'grey',
};

export const kindLabels: Readonly<Record<DecisionKind, string>> = {
  award: 'Khen thưởng',
  amend: 'Sửa đổi',
  cancel: 'Hủy bỏ',
};
