/** The page's only script: filters what stands there already. Without it every trial is shown. */
export const script = `
(() => {
  const form = document.querySelector('form.filter');
  if (!form) return;
  form.hidden = false;
  const trials = [...document.querySelectorAll('details.trial')];
  const others = [...document.querySelectorAll('[data-candidate]:not(details), .heatmap [data-task]')];
  const said = form.querySelector('output');
  const apply = () => {
    const candidate = form.elements.candidate.value;
    const task = form.elements.task.value;
    const losing = form.elements.losing.checked;
    const fits = (element) =>
      (candidate === '' || element.dataset.candidate === undefined || element.dataset.candidate === candidate) &&
      (task === '' || element.dataset.task === undefined || element.dataset.task === task);
    let shown = 0;
    for (const trial of trials) {
      trial.hidden = !fits(trial) || (losing && trial.dataset.findings === '0');
      if (!trial.hidden) shown += 1;
    }
    for (const element of others) element.hidden = !fits(element);
    said.textContent = shown + ' of ' + trials.length + ' trials';
  };
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of form.querySelectorAll('button[data-open]')) {
    button.addEventListener('click', () => {
      for (const trial of trials) if (!trial.hidden) trial.open = button.dataset.open === 'yes';
    });
  }
  apply();
})();
`;
