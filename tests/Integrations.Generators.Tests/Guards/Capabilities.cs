using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Integrations.Generators.Tests.Guards;

/// <summary>
/// What an assembly could do, read from its metadata: a member that it does not name it cannot call, for it names none by a string either. Types of
/// dangerous namespaces are refused unless they are listed, so that one nobody thought of is refused too.
/// </summary>
internal static class Capabilities
{
    /// <summary>Namespaces with what reaches out of the process, or into it by name; nested namespaces too.</summary>
    private static readonly string[] s_dangerous =
    [
        "System.IO", "System.Net", "System.Diagnostics", "System.Reflection", "System.Runtime.InteropServices", "System.Runtime.Loader", "System.Resources", "System.Configuration",
        "System.Security", "System.Data", "System.Xml", "Microsoft.Win32", "Microsoft.CSharp", "System.Linq.Expressions", "System.Dynamic", "System.CodeDom", "System.ComponentModel",
        "YamlDotNet.Serialization", "Microsoft.CodeAnalysis.Scripting", "Microsoft.CodeAnalysis.Emit",
    ];

    /// <summary>What of them does nothing but compute.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "System.IO.TextReader", "System.IO.StringReader", "System.Diagnostics.Debug", "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerBrowsableState",
        "System.Diagnostics.DebuggableAttribute", "System.Diagnostics.DebuggableAttribute.DebuggingModes", "System.Diagnostics.DebuggerHiddenAttribute", "System.Diagnostics.DebuggerStepThroughAttribute",
        "System.Diagnostics.UnreachableException", "System.Reflection.DefaultMemberAttribute", "System.Runtime.InteropServices.ImmutableCollectionsMarshal", "System.Runtime.InteropServices.CollectionsMarshal",
        "System.Runtime.InteropServices.MemoryMarshal", "System.Security.Cryptography.SHA256", "System.Security.Cryptography.HashAlgorithm",
        "System.Reflection.MemberInfo", "System.Runtime.InteropServices.StructLayoutAttribute",
    };

    /// <summary>Types and members elsewhere that open a file, load code, read the environment or call by name. Each is a beginning: variants, <c>LoadAsync</c> of <c>Load</c> say, go with what they vary.</summary>
    private static readonly string[] s_refused =
    [
        "System.Activator.", "System.Reflection.MemberInfo.", "System.AppDomain.", "System.Console.", "System.Environment.", "System.Delegate.CreateDelegate", "System.Delegate.DynamicInvoke", "System.Type.GetType", "System.Type.InvokeMember",
        "System.Type.GetMethod", "System.Type.GetMember", "System.Type.GetField", "System.Type.GetConstructor", "System.Type.GetProperty", "System.Type.MakeGenericType", "System.Type.get_Assembly", "System.Type.get_Module",
        "System.Threading.Thread.", "System.Threading.ThreadPool.", "System.Threading.Timer.", "System.Threading.Mutex.", "System.Threading.EventWaitHandle.", "System.Threading.Tasks.Task.Run", "System.AppContext.",
        "Microsoft.CodeAnalysis.MetadataReference.Create", "Microsoft.CodeAnalysis.Compilation.Emit", "Microsoft.CodeAnalysis.AnalyzerFileReference.", "Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference.",
        "Microsoft.CodeAnalysis.XmlFileResolver.", "Microsoft.CodeAnalysis.SourceFileResolver.", "Microsoft.CodeAnalysis.MetadataReferenceResolver.", "Microsoft.CodeAnalysis.CSharp.CSharpCommandLineParser.",
        "Microsoft.OpenApi.OpenApiDocument.Load", "Microsoft.OpenApi.OpenApiDocument.Parse", "Microsoft.OpenApi.OpenApiWorkspace.", "Microsoft.OpenApi.Reader.OpenApiModelFactory.", "Microsoft.OpenApi.OpenApiModelFactory.",
        "Microsoft.OpenApi.Reader.OpenApiReaderSettings.set_HttpClient", "Microsoft.OpenApi.Reader.OpenApiReaderSettings.set_CustomExternalLoader", "Microsoft.OpenApi.Reader.OpenApiReaderSettings.set_BaseUrl",
        "Microsoft.OpenApi.Reader.OpenApiJsonReader.Read", "Microsoft.OpenApi.IStreamLoader.", "Microsoft.OpenApi.Reader.IStreamLoader.",
    ];

    /// <summary>Members under a refused name that are harmless.</summary>
    private static readonly HashSet<string> s_exceptions = new(StringComparer.Ordinal)
    {
        "System.Environment.get_NewLine", "System.Environment.get_CurrentManagedThreadId", "System.Environment.get_TickCount",
        "System.Type.GetTypeFromHandle", "System.Reflection.MemberInfo.get_Name", "Microsoft.OpenApi.Reader.OpenApiJsonReader.ReadFragment",
    };

    /// <summary>Every reference that would let the assembly reach out, as <c>Namespace.Type.Member</c>.</summary>
    public static List<string> Faults(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        var faults = new List<string>();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = Name(metadata, handle);
            if (IsDangerous(type))
                faults.Add(type);
        }
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(metadata, member.Parent) is { } owner && IsRefused(owner + "." + metadata.GetString(member.Name)))
                faults.Add(owner + "." + metadata.GetString(member.Name));
        }
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (!method.GetImport().Module.IsNil)
                faults.Add("a native function: " + metadata.GetString(method.Name));
        }
        return faults;
    }

    /// <summary>Every member of other assemblies that is named, to see that there is something to look at.</summary>
    public static List<string> Members(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(h => metadata.GetMemberReference(h)).Select(m => Owner(metadata, m.Parent) + "." + metadata.GetString(m.Name))];
    }

    private static bool IsDangerous(string type) =>
        // Attributes are data, whatever their namespace: nothing runs that is not named elsewhere.
        !s_harmless.Contains(type) && !type.EndsWith("Attribute", StringComparison.Ordinal) && !IsCodeAnalysis(type)
        && s_dangerous.Any(d => type.StartsWith(d + ".", StringComparison.Ordinal));

    /// <summary>Null analysis has its attributes and their enums there.</summary>
    private static bool IsCodeAnalysis(string type) => type.StartsWith("System.Diagnostics.CodeAnalysis.", StringComparison.Ordinal);

    private static bool IsRefused(string member) =>
        !s_exceptions.Contains(member) && s_refused.Any(r => member.StartsWith(r, StringComparison.Ordinal));

    private static string? Owner(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Name(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => Specified(metadata, (TypeSpecificationHandle)parent),
        _ => null,
    };

    /// <summary>The generic type of which a member is named.</summary>
    private static string? Specified(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        blob.ReadCompressedInteger();
        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type ? Name(metadata, (TypeReferenceHandle)type) : null;
    }

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + name
            : type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }
}
