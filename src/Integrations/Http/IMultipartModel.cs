using System.ComponentModel;

namespace Integrations.Http;

/// <summary>A class that writes itself as the parts of a <c>multipart/form-data</c> body; implemented by emitted classes.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IMultipartModel<TSelf>
    where TSelf : IMultipartModel<TSelf>
{
    /// <summary>Writes one value.</summary>
    /// <param name="target">Where to write.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(MultipartBody target, TSelf value);
}
