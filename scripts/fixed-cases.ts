import fc from 'fast-check';

/** Every property is tried on the same random cases each time, on any machine; OBEY_SEED draws others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.OBEY_SEED ?? 1) });
