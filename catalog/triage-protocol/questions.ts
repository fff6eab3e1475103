/** What the protocol asks, in its order; a yes to any of them is an emergency. */
export const questions = [
  { id: 'airway', text: 'Is it hard to get any air at all?' },
  { id: 'bleeding', text: 'Are you bleeding heavily?' },
  { id: 'chest', text: 'Do you feel a pressure on your chest?' },
  { id: 'speech', text: 'Is your speech or one side of your face not as usual?' },
  { id: 'fainting', text: 'Have you fainted within the last hour?' },
];
