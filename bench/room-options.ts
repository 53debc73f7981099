// The size of the bench of a meeting's room when nobody says otherwise: forty people and fifteen pages, on a machine a quarter as fast.
export const roomDefaults = {
  json: false,
  people: 40,
  writers: 6,
  pages: 15,
  slowdown: 4,
  letters: 200,
  rounds: 3,
};
export type RoomOptions = typeof roomDefaults;
