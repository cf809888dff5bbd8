/** Two reports that disagree on one number and share a name, and a third that has nothing to do with them. */
export const FIVE = `Explosion at Karo depot

Officials said 5 people were killed in the explosion in Karo on Monday. Mayor Anna Bell said that rescuers were still
searching the building.
`;
export const TWENTY_FOUR = `Karo explosion: the toll

Officials said 24 people were killed in the explosion in Karo on Monday. The mayor of the city, Anna Bell, declared a
day of mourning.
`;
export const ELECTION = `Vote in Tersk moves to May

The parliament of Tersk moved the election to May after a long debate. Speaker Olga Petrov said that the date was final.
`;
export const BOTH = { 'a.txt': FIVE, 'b.txt': TWENTY_FOUR };
