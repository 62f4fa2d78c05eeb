/**
 * Texts that Excel and WPS take for something else when they open a CSV: numbers with a sign or with zeros before them, or of
 * so many digits that they show 1.10E+17 and lose all after the 15th; 2E5; 3-1, which becomes a day.
 */
const changes = /^(?:[+-]?0\d+|\+\d[\d ]*|\d{12,}|\d+(?:\.\d+)?e[+-]?\d+|\d{1,4}[-/]\d{1,2})$/i

/** A tab behind it, unseen there, keeps such a text as it is (bills of Alipay come so); our own reading takes it away. */
export const keptCode = (text: string): string => (changes.test(text) ? `${text}\t` : text)
