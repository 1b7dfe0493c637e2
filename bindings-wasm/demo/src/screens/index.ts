// Every screen, in the order of the navigation.
import type { Screen } from '../app.js';
import { screen as bulk } from './bulk.js';
import { screen as company } from './company.js';
import { screen as documents } from './documents.js';
import { screen as fees } from './fees.js';
import { screen as life } from './life.js';
import { screen as policy } from './policy.js';
import { screen as transfer } from './transfer.js';
import { screen as users } from './user.js';

export const screens: readonly Screen[] = [transfer, bulk, life, policy, company, users, fees, documents];
