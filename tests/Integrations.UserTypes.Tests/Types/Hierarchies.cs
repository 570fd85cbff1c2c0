using System.Text.Json.Serialization;

namespace Integrations.UserTypes.Tests.Types;

[JsonModel]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract partial record Shape(string Name);

public sealed record Circle(string Name, double Radius) : Shape(Name);

public sealed record Square(string Name, int Side) : Shape(Name);

[JsonModel]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Event), 0)]
[JsonDerivedType(typeof(Paid), 1)]
[JsonDerivedType(typeof(Shipped), 2)]
public partial class Event
{
    public int Id { get; set; }
}

[JsonModel]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial class Paid : Event
{
    public decimal Amount { get; set; }
}

public class Shipped : Event
{
    public string? Carrier { get; set; }
}

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor, IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(Dog), "dog")]
[JsonModel]
public partial class Animal
{
    public string Name { get; set; } = "";
}

public class Dog : Animal
{
    public int Barks { get; set; }
}

public sealed class Puppy : Dog
{
    public int Weeks { get; set; }
}

[JsonModel]
public sealed partial class Drawing
{
    public List<Shape> Shapes { get; set; } = [];
    public Event? Event { get; set; }
    public Animal? Animal { get; set; }
}
