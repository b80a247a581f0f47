/** An invented office for the page tests. */
import type { StartState } from '../../src/door';
import type { Answers } from './browser';

export const open: StartState = {
  standing: 'open',
  which: 'office',
  sentence: '',
  behind: false,
  key_lost: false,
  warnings: [],
  name: 'Liên đoàn Lao động huyện Minh Châu',
  who: 'Trần Thu Hà',
  clerks: ['Trần Thu Hà', 'Lê Văn Bảo'],
  has_office: true,
  has_sample: false,
  today: '2026-11-22',
  version: '0.1.0',
};

export const journal = {
  undo: { act: 7, label: 'Sửa đoàn viên', detail: '', barred: '' },
  redo: null,
};

/** What every screen asks for. */
export function office(more: Answers = {}): Answers {
  return {
    'start.state': open,
    'journal.state': journal,
    'overview.find': [],
    'backup.state': {
      newest_at: '2026-11-22T08:12:00+07:00',
      changed: true,
      second: null,
      recovery_kept_on: '2026-11-01',
      recovery_shown: false,
      has_password: false,
      lock_after_minutes: 0,
      unreadable: 0,
    },
    'shell.progress': { running: false, phase: '', done: 0, total: 0 },
    ...more,
  };
}
