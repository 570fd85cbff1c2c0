// The tests of limits measure time, which tests beside them would take from them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
