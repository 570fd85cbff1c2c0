using Integrations;
using Integrations.UserTypes.Tests.Types;

[assembly: JsonModel(typeof(Envelope<Item>))]
[assembly: JsonModel(typeof(Envelope<int>))]
[assembly: JsonModel(typeof(System.Drawing.Point))]
