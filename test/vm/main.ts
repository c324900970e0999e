console.log('hello from', process.version, process.argv[2]);
