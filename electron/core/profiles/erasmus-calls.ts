/**
 * What a new Erasmus+ call holds until the office says otherwise. Least and longest stays: Diku, Erasmus+ 2021-2027 (2 to
 * 12 months; 5 to 30 days), call of Sapienza 2026/27, art. 2 (60 days) and 5.1 (12 months per cycle, 24 where studies are
 * one cycle). Days of travel: wiki of the Beneficiary Module (2, or 6 by sustainable means). Payments: SRH, lawinsider
 * (70 % before); their days are the school's choice.
 */
export const newCall = {
  action: 'KA131',
  dayCount: 'calendar',
  longMinDays: 60,
  longMaxDays: 366,
  shortMinDays: 5,
  shortMaxDays: 30,
  cycleMonths: 12,
  singleCycleMonths: 24,
  travelFor: 'everyone',
  travelDaysMost: 2,
  greenTravelDaysMost: 6,
  isOutermost: false,
  firstPercent: 70,
  firstDueDays: 20,
  lastDueDays: 45,
} as const
