// The documents that come with the page: banks of the project's corpus that are invented.
import caravelCompany from '../../../fixtures/caravel/company.json?raw';
import caravelService from '../../../fixtures/caravel/service.json?raw';
import kasumiCompany from '../../../fixtures/kasumi/company.json?raw';
import kasumiService from '../../../fixtures/kasumi/service.json?raw';
import kusunokiCompany from '../../../fixtures/kusunoki/company.json?raw';
import kusunokiService from '../../../fixtures/kusunoki/service.json?raw';

import type { Request } from 'kessai';

import type { Both } from './format.js';

/** Two documents as texts. */
export interface Pair {
  readonly service: string;
  readonly company: string;
  /** As a case file names them. */
  readonly files: { readonly service: string; readonly company: string };
  /** What the page calls the bank; the document's own label where it is left out. */
  readonly bank?: Both;
  /** What stands in the forms at first; something that the documents have where it is left out. */
  readonly start?: Start;
}

export interface Start {
  /** A transfer. */
  readonly transfer: Request;
  /** Of a batch: all but its items. */
  readonly batch: Request;
  /** An amount to look up in the policies. */
  readonly policy?: string;
  /** What has been used of limits on that day, by limit. */
  readonly used: Readonly<Record<string, string>>;
}

export interface Sample extends Pair {
  readonly id: string;
  readonly bank: Both;
  readonly about: Both;
}

export const SAMPLES: readonly [Sample, ...Sample[]] = [
  {
    id: 'kusunoki',
    bank: { ja: '楠銀行', en: 'Kusunoki Bank' },
    about: {
      ja: '円。先方負担の差額、口座・利用者の限度額、シングル・ダブル承認と承認ポリシー、締切時刻、項目の規則。',
      en: 'Yen. Fees that the payee bears, limits of accounts and people, approval by one, two or a policy, cut-off times, rules of fields.',
    },
    service: kusunokiService,
    company: kusunokiCompany,
    files: { service: 'kusunoki/service.json', company: 'kusunoki/company.json' },
    start: {
      transfer: {
        user: 'taro01', business: 'transfer', account: '105-1-0200004', now: '2026-11-20T10:15:00+09:00', valueDate: '2026-11-24',
        payee: { kind: 'newAccount', bank: '0169', branch: '101', type: '1', number: '1234567', name: 'ヤマダショウジ（カ' },
        payment: '30329', bearer: 'payee', approvers: ['ichiro01'],
      },
      batch: {
        user: 'taro01', business: 'bulkTransfer', account: '081-1-0100001', now: '2026-11-20T10:15:00+09:00', valueDate: '2026-11-25',
        entry: 'screen', approvers: ['hanako01', 'kenji01', 'mika01'],
      },
      policy: '4500000',
      used: { 'accountPerDay.total': '450000', 'accountPerDay.adHoc': '120000' },
    },
  },
  {
    id: 'caravel',
    bank: { ja: 'カラベル銀行', en: 'Caravel Bank' },
    about: {
      ja: 'クウェート・ディナール（小数3桁）。累計限度額、登録直後の受取人、最大5段階の承認ポリシー。',
      en: 'Kuwaiti dinars (three decimals). Cumulative limits, payees filed a moment ago, policies of up to five levels.',
    },
    service: caravelService,
    company: caravelCompany,
    files: { service: 'caravel/service.json', company: 'caravel/company.json' },
    start: {
      transfer: {
        user: 'iris', business: 'transfer', account: 'main', now: '2026-11-22T10:15:00+03:00', valueDate: '2026-11-24',
        payee: { kind: 'preRegistered', bank: 'NBOKKWKW', branch: '001', type: '1', number: 'KW81NBOK0000000000001234560101' },
        payment: '4250.000', bearer: 'payer', approvers: ['olga', 'mona'],
      },
      batch: {
        user: 'iris', business: 'bulkTransfer', account: 'main', now: '2026-11-22T10:15:00+03:00', valueDate: '2026-11-24',
        entry: 'screen', approvers: [],
      },
      used: { dailyAmount: '22500.000', dailyCount: '7', monthlyAmount: '181000.000', monthlyCount: '58' },
    },
  },
  {
    id: 'kasumi',
    bank: { ja: '霞銀行', en: 'Kasumi Bank' },
    about: {
      ja: '円。登録・検印・承認・送信の4段階、締切時刻、1日の承認限度額。',
      en: 'Yen. Registered, checked, approved and sent by different people; cut-off times; a limit of approvals a day.',
    },
    service: kasumiService,
    company: kasumiCompany,
    files: { service: 'kasumi/service.json', company: 'kasumi/company.json' },
    start: {
      transfer: {
        user: 'taro01', business: 'transfer', account: 'main', now: '2026-11-20T10:15:00+09:00', valueDate: '2026-11-24',
        payee: { kind: 'preRegistered', bank: '0169', branch: '101', type: '1', number: '1234567', name: 'ﾔﾏﾀﾞｼﾖｳｼﾞ(ｶ' },
        payment: '1200000', bearer: 'payer', approvers: ['kei01', 'shin01', 'sora01'],
      },
      batch: {
        user: 'taro01', business: 'bulkTransfer', account: 'main', now: '2026-11-20T10:15:00+09:00', valueDate: '2026-11-25',
        entry: 'screen', approvers: [],
      },
      used: { approvedPerDay: '12000000' },
    },
  },
];
