// Words of the banks' administration screens that no document has.
import type { Method, Role } from 'kessai';

import type { Both } from '../app.js';

export const ROLES: Readonly<Record<Role, Both>> = {
  master: { ja: 'マスターユーザ', en: 'Master user' },
  administrator: { ja: '管理者ユーザ', en: 'Administrator' },
  general: { ja: '一般ユーザ', en: 'General user' },
};

export const METHODS: Readonly<Record<Method, Both>> = {
  fixed: { ja: '据置型', en: 'As printed' },
  addLowerFee: { ja: '未満手数料加算型', en: 'Bounds raised by the fee below' },
  addUpperFee: { ja: '以上手数料加算型', en: 'Bounds raised by the fee above' },
  iterative: { ja: '手数料を含んだ金額', en: 'Amount that contains the fee' },
  clampLower: { ja: '未満手数料で据え置き', en: 'Stopped below the bound' },
  clampUpper: { ja: '以上手数料で据え置き', en: 'Stopped on the bound' },
  typed: { ja: '指定金額', en: 'A fee that is typed' },
};

/** Parts of the limit of an account (口座一日当たりの限度額). */
export const ACCOUNT_PARTS: readonly (readonly ['total' | 'adHoc' | 'preRegistered', Both])[] = [
  ['total', { ja: '合計', en: 'in all' }],
  ['adHoc', { ja: '都度指定', en: 'ad hoc' }],
  ['preRegistered', { ja: '事前登録', en: 'pre-registered' }],
];

/** Fields that banks add to their forms, by the names that their documents give them. */
const OWN: Readonly<Record<string, Both>> = {
  id: { ja: 'ログインID', en: 'Login ID' },
  loginPassword: { ja: 'ログインパスワード', en: 'Login password' },
  confirmationPassword: { ja: '確認用パスワード', en: 'Confirmation password' },
  password: { ja: 'パスワード', en: 'Password' },
  pin: { ja: '暗証番号', en: 'PIN' },
  mail: { ja: 'メールアドレス', en: 'Mail address' },
  telephone: { ja: '電話番号', en: 'Telephone' },
  postalCode: { ja: '郵便番号', en: 'Postal code' },
  industry: { ja: '業種', en: 'Industry' },
  memo: { ja: 'メモ', en: 'Note' },
  nickname: { ja: 'ニックネーム', en: 'Nickname' },
  name: { ja: '利用者名', en: 'Name' },
};

/** The name of a field; one that no bank here has is called as its document calls it. */
export function ownLabel(name: string): Both {
  return OWN[name] ?? { ja: name, en: name };
}

export const AGAIN: Both = { ja: '（確認）', en: ' (again)' };
