using Generation;

// Each command prints a table; the figures are kept in benchmarks/RESULTS.md.
switch (args)
{
    case ["child", var what, var document]:
        Child.Run(what, document);
        return 0;
    case ["cold"]:
        Cold.Run(Documents.Require());
        return 0;
    case ["edit"]:
        UnrelatedEdit.Run(Documents.Require());
        return 0;
    case ["document"]:
        DocumentEdit.Run(Documents.Require());
        return 0;
    case ["compile"]:
        Compile.Run(Documents.Require());
        return 0;
    default:
        Console.Error.WriteLine("usage: Generation cold | edit | document | compile   (needs the real documents; set INTEGRATIONS_SPECS to their folder)");
        return 1;
}
