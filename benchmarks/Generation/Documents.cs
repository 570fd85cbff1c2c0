namespace Generation;

/// <summary>The real documents that are measured; they are not part of the repository.</summary>
internal static class Documents
{
    /// <summary>Their folder: INTEGRATIONS_SPECS, or <c>shared/specs</c> beside the repository.</summary>
    public static string Require()
    {
        if (Environment.GetEnvironmentVariable("INTEGRATIONS_SPECS") is { Length: > 0 } stated)
            return stated;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "specs");
            if (Directory.Exists(candidate))
                return candidate;
        }
        Console.Error.WriteLine("No documents: set INTEGRATIONS_SPECS to a folder that has github.json, twilio_api_v2010.json and petstore_swagger-api.yaml.");
        Environment.Exit(1);
        return "";
    }
}
