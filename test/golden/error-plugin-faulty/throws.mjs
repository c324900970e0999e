throw new Error('it was never meant to work');
