// Who listens to spans and metrics listens in the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
